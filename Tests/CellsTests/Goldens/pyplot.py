"""What Jupyter shows for cells that draw: the value, or the error, and then the figures, all by their reprs.

Needs IPython 8.18 and matplotlib 3.8 or 3.9 besides NumPy. Every cell starts with no open figure. Addresses are
written as 0xADDRESS. Limits of logarithmic axes are left out: their last bit depends on the machine.
"""

import ast
import contextlib
import io
import os
import re
import sys
import warnings

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
from golden import Golden
from IPython.lib.pretty import pretty
from matplotlib._pylab_helpers import Gcf

assert matplotlib.__version__[:3] in ("3.8", "3.9")

CELLS = r'''
plt.figure()
plt.figure(figsize=(5,4))
plt.plot([1,2,3])
plt.plot([1,2],[3,4],'r-o',[1,2],[4,5])
plt.title('title')
plt.xlabel('x')
plt.ylabel('y')
plt.plot([1,2]); plt.title('t'); plt.xlabel('x'); plt.gca()
plt.legend(['a'])
plt.plot([1,2,3]); plt.axis()
plt.plot([1,2],[3,4],'r-o',[1,2],[4,5]); plt.axis()
plt.axis('off')
plt.axis('equal')
plt.axis([0,1,2,3])
plt.axis('OFF')
plt.axis(False)
plt.axis(xmin=3)
plt.xlim()
plt.xlim(0,5)
plt.ylim(top=7)
plt.xlim(5,0)
plt.xlim(xmin=-3)
plt.xticks([1,2,3])
plt.xticks([1,2,3],['a','b','c'])
plt.xticks([0.5,1.5])
plt.yticks([0.5,1.5],['a','b'])
plt.xticks([])
plt.xticks([]); plt.xticks()
plt.xticks()
plt.yticks()
plt.plot([1,2,3]); plt.xticks()
plt.plot(np.arange(100)/7.); plt.yticks()
plt.plot(np.arange(100)*1e6); plt.yticks()
plt.plot(np.arange(100)*1e-6); plt.yticks()
plt.plot([100000,100001,100002]); plt.yticks()
plt.plot([-5,5]); plt.yticks()
plt.plot([0.001,0.0012]); plt.xticks(rotation=45)
plt.imshow(np.zeros((64,64))); plt.xticks()
plt.xticks([1,2,3]); plt.axis()
plt.plot([5,6]); plt.xticks([-1,9]); plt.axis()
plt.grid()
plt.grid(True)
plt.suptitle('s')
plt.text(1,2,'a')
plt.text(1.5,np.float32(2.5),"a'b")
plt.annotate('hi', xy=(1,2), xytext=(3,4))
plt.annotate('hi', (1,2))
plt.bar([1,2,3],[1,2,3])
plt.bar([1,2,3],[1,2,3]); plt.axis()
plt.barh([1,2,3],[1,2,3])
plt.barh([1,2,3],[1,2,3]); plt.axis()
plt.bar(['a','b'],[1,2]); plt.axis()
plt.bar(['a','b'],[1,2]); plt.xticks()
plt.bar(['a','b'],[1,2])[0].get_height()
plt.bar([1,2],[1,-2]); plt.axis()
[b.get_x() for b in plt.bar([1,2],[1,-2])]
plt.bar([1,2],[1,-2]).patches
len(plt.bar([1,2],[1,-2]))
list(plt.bar([1,2],[1,-2]))
plt.hist([1,2,2,3])
plt.hist([1,2,2,3]); plt.axis()
plt.hist([1,2,2,3], bins=3, density=True)
plt.hist([[1,2,2,3],[1,1]], bins=3)
plt.hist([[1,2,2,3],[1,1]], bins=3); plt.axis()
plt.hist([1,2,2,3], bins=[0,1,2,3])
plt.hist([1,2,2,3], range=(0,2), bins=4)
plt.hist([1,2,2,3], bins=4, cumulative=True)
plt.hist([1,2,2,3], bins=4, cumulative=-1)
plt.hist([1,2,2,3], bins=4, histtype='step')
plt.hist([1,2,2,3], bins=4, histtype='stepfilled'); plt.axis()
plt.hist([[1,2,2,3],[1,1]], bins=3, stacked=True)
plt.hist([[1,2,2,3],[1,1]], bins=3, histtype='step')
plt.hist([[1,2,2,3],[1,1]], bins=3, stacked=True, density=True)
plt.hist(np.arange(12.).reshape(4,3), bins=3)
plt.hist([])
plt.hist(np.array([1.,np.nan,3]))
plt.hist([1,2,2,3], weights=[1,2,3,4], bins=2)
plt.hist([1,2,2,3], orientation='horizontal', bins=2); plt.axis()
plt.hist(np.random.RandomState(0).randn(1000), bins=20)
plt.hist(np.arange(10), bins=5, rwidth=.5)[2][0].get_width()
plt.hist([[1,2,2,3],[1,1]], bins=3)[2][1][0].get_x()
plt.scatter([1,2],[3,4])
plt.scatter([1,2],[3,4]); plt.axis()
plt.axhline(1)
plt.axvline(1)
plt.axhspan(1,2)
plt.axvspan(1,2)
plt.fill_between([1,2],[3,4])
plt.fill_between([1,2],[3,4]); plt.axis()
plt.fill_between([1,2],[3,4],[1,1],alpha=.3); plt.axis()
plt.errorbar([1,2],[3,4],yerr=[1,1])
plt.errorbar([1,2],[3,4],yerr=1,fmt='o'); plt.axis()
plt.hlines([1,2],0,1)
plt.hlines([1,2],0,1); plt.axis()
plt.vlines([1,2],0,1,colors='r')
plt.contour(np.arange(12).reshape(3,4))
plt.contour(np.arange(12).reshape(3,4)); plt.axis()
plt.contourf(np.arange(12).reshape(3,4))
plt.contourf([1,2,3,4],[5,6,7],np.arange(12).reshape(3,4)); plt.axis()
plt.pcolormesh(np.arange(12).reshape(3,4))
plt.pcolormesh(np.arange(12).reshape(3,4)); plt.axis()
plt.pcolormesh([1,2,3,4],[5,6,7],np.arange(12).reshape(3,4)); plt.axis()
plt.pcolormesh([1,2,3,4,5],[5,6,7,8],np.arange(12).reshape(3,4)); plt.axis()
plt.imshow(np.zeros((3,4)))
plt.imshow(np.zeros((3,4))); plt.colorbar()
plt.imshow(np.zeros((3,4))); plt.colorbar(); plt.gcf()
plt.matshow(np.zeros((3,4)))
plt.matshow(np.zeros((30,4)))
plt.imshow(np.zeros((3,4))); plt.axis()
plt.imshow(np.zeros((3,4))); plt.axis('off')
plt.imshow(np.zeros((3,4)), origin='lower'); plt.axis()
plt.imshow(np.zeros((3,4)), extent=[0,1,0,1]); plt.axis()
plt.imshow(np.zeros((3,4))); plt.plot([0,1,8],[1,2,3]); plt.axis()
plt.subplot(2,1,1)
plt.subplot(211)
plt.subplots(2,2)
plt.subplots(2,2)[1]
plt.subplots(1,1)[1]
plt.subplots(1,2,squeeze=False)[1]
plt.subplots(1,6)[1]
plt.subplots(3,7)[1]
print(plt.subplots(1,2)[1])
plt.subplots(2,3)[1].shape
plt.subplots(2,3)[1][0,1]
plt.subplots(2,3)[1][0]
plt.subplots(2,3)[1][:,1]
plt.subplots(2,3)[1].ravel()
plt.subplots(2,3)[1].flatten()[4]
plt.subplots(2,3)[1].T.shape
plt.subplots(2,3)[1].size
len(plt.subplots(2,3)[1])
f, (a, b) = plt.subplots(1,2); a.set_title('x'); (a, b)
f, ((a, b), (c, d)) = plt.subplots(2,2); d.set_title('x'); f.axes
for i, a in enumerate(plt.subplots(2,2)[1].flat): a.set_title(i)##plt.gcf().axes
fig, axarr = plt.subplots(1, 2)##axarr[0].set_title('x')##axarr[0].imshow(np.random.rand(3,3))##axarr[1].set_title('x_pad')##axarr[1].imshow(np.random.rand(4,3))
plt.subplots(2,2)[1][2]
plt.subplots(1,2)[1][5]
plt.subplots(1,2)[1][0,0]
plt.subplots(1,2)[1].plot([1])
plt.subplots(1,2)[1].set_title('x')
plt.subplots_adjust(wspace=.1)
plt.tight_layout()
plt.semilogy([1,10])
plt.gcf()
plt.gcf().axes
plt.stem([1,2,3])
plt.stem([1,2,3]); plt.axis()
plt.step([1,2],[3,4])
plt.pie([1,2])
plt.pie([1,2,3], labels=['a','b','c'], autopct='%1.1f%%')
plt.pie([1,2]); plt.axis()
plt.fill([1,2,3],[1,2,1])
plt.close()
plt.show()
plt.draw()
plt.rcParams['figure.figsize']
plt.rcParams['zzz']
plt.rcParams['zzz']=1
plt.rcParams['figure.figsize']=(1,2,3)
plt.rcParams['figure.figsize']='abc'
plt.rcParams['lines.linewidth']='abc'
plt.rcParams['lines.linewidth']=2; plt.rcParams['lines.linewidth']
plt.rcParams['figure.figsize'] = (5.0, 4.0); plt.rcParams['image.interpolation'] = 'nearest'; plt.rcParams['image.cmap'] = 'gray'; plt.rcParams['figure.figsize'], plt.rcParams['image.cmap']
plt.subplots(1,2)[1]
[plt.rcParams[k] for k in ('axes.grid', 'font.size', 'font.family', 'image.interpolation', 'legend.edgecolor')]
plt.rcdefaults(); plt.rcParams['figure.figsize']
plt.rcParams['axes.grid']='zz'
plt.rcParams['font.family']='serif'; plt.rcParams['font.family']
plt.rcParams['axes.titlesize']=14; plt.rcParams['axes.titlesize']
plt.rcParams.update({'figure.figsize':(3,4)}); plt.rcParams['figure.figsize']
plt.rcParams.update(foo=3)
plt.rc('axes',titlesize=3)
plt.rc('figure',figsize=(2,2)); plt.figure()
with plt.rc_context({'figure.figsize':(7,7)}):##    f=plt.figure()##f, plt.rcParams['figure.figsize']
plt.rcdefaults()
'figure.figsize' in plt.rcParams, plt.rcParams.get('zz'), plt.rcParams.get('zz',3)
plt.rc('foo', linewidth=3)
plt.style.use('ggplot')
plt.style.use('foo')
plt.style.use('default')
plt.imshow(np.zeros((2,3,4,5)))
plt.imshow(np.zeros((2,3,5)))
plt.imshow(np.zeros((3)))
plt.imshow(np.zeros((1,2,3,4)))
plt.imshow(3)
plt.imshow('a')
plt.imshow(None)
plt.imshow(np.zeros((3,4)), cmap='foo')
plt.imshow(np.zeros((3,4)), aspect='foo')
plt.imshow(np.zeros((3,4)), origin='foo')
plt.imshow(np.zeros((3,4)), foo=1)
plt.imshow()
plt.imshow(np.zeros((3,4)), vmin='a')
plt.imshow(np.zeros((3,4,1)))
plt.imshow(np.zeros((3,4,3),dtype=np.uint8)); plt.axis()
plt.imshow(np.ones((3,4,3))*300)
plt.imshow([[1,2],[3,4]]).get_clim()
plt.imshow(np.zeros((2,2)),cmap=3)
plt.plot([1,2,3],[1,2,3,4])
plt.plot(1,2)
plt.plot()
plt.plot(np.zeros((2,3)))
plt.plot(np.zeros((2,3,4)))
plt.plot([1,2],[1,2],'foo')
plt.plot([1,2],[1,2],'rr')
plt.plot([1,2],[1,2],'r--',color='b')
plt.plot([1,2],color='foo')
plt.plot([1,2],foo=1)
plt.plot([1,2],linestyle='foo')
plt.plot([1,2],marker='foo')
plt.plot([1,2],[1,2],[3,4])
plt.plot([1,2],[1,2],[3,4],[5,6])
plt.plot([1,2],[3,4],'r',[5,6],label=['a','b'])
plt.plot('a')
plt.plot(None)
plt.plot(range(5))
plt.plot(range(5), [i**2 for i in range(5)]); plt.axis()
plt.plot(np.squeeze(np.arange(6).reshape(1,6)))
plt.plot(['a','b'],[1,2]); plt.axis()
plt.plot([1,2],[3,4],'r--')[0].get_color()
plt.plot([1,2],[3,4])[0].get_color(), plt.plot([1])[0].get_color()
plt.plot([1,2],[3,4],lw=3,label='q')[0].get_label()
plt.plot([1,2],[3,4],lw=3)[0].get_linewidth(), plt.plot([1])[0].get_linewidth(), plt.plot([1])[0].get_marker(), plt.plot([1])[0].get_linestyle()
plt.plot([1,2],[3,4])[0].get_xdata()
plt.plot([3,4])[0].get_data()
plt.plot([1], lw=2, linewidth=3)
str(plt.plot([1])[0]), str(plt.plot([1],label='zz')[0])
str(plt.imshow(np.zeros((2,2)))), str(plt.gca()), str(plt.gcf()), str(plt.title('a')), str(plt.legend())
plt.scatter([1,2],[1,2,3])
plt.scatter([1,2],[1,2],c=[1,2,3])
plt.scatter([1,2],[1,2],c='foo')
plt.scatter([1,2],[1,2],s=[1,2,3])
plt.scatter([1,2])
plt.scatter([1,2],[3,4],c=[0,1],cmap=plt.cm.Spectral,s=40)
plt.scatter([1,2],[3,4],c=['r','b'])
plt.scatter([1,2],[3,4],c='r',marker='x',label='a'); plt.legend()
plt.scatter([1],[2],foo=3)
plt.bar([1,2],[1,2,3])
plt.bar([1])
plt.bar([1,2],[3,4],foo=2)
plt.bar([1,2],[3,4],color='foo')
plt.bar(range(3),[3,4,5],tick_label=['a','b','c']); plt.xticks()
plt.bar([1,2],[3,4],yerr=[.1,.2])
plt.bar_label(plt.bar([1,2],[3,4]))
plt.hist()
plt.hist([1,2],bins=0)
plt.hist([1,2],foo=3)
plt.foo
plt.gca().foo
plt.gcf().foo
plt.gca().set(foo=1)
plt.gca().set(title='a', xlim=(0,1))
plt.gca().set_title('x')
plt.gca().set_xlim(0,1)
plt.gca().set_xticks([1,2])
plt.gca().set_xticks([1,2]); plt.gca().set_xticklabels(['a','b'])
plt.gca().set_xticks([1,2]); plt.gca().set_xticklabels(['a','b','c'])
plt.gca().get_title()
plt.gca().twinx()
plt.gca().invert_yaxis(); plt.axis()
plt.gca().tick_params(axis='x')
plt.gca().spines['top']
plt.gca().spines['top'].set_visible(False)
plt.gca().spines[['top','right']].set_visible(False)
plt.gca().spines
plt.gca().lines
plt.plot([1]); plt.gca().lines[0]
plt.gca().images
plt.gca().get_lines()
plt.gca().xaxis
plt.gca().set_aspect('equal')
plt.gca().get_xlim()
plt.axis('foo')
plt.axis([1,2])
plt.axis(3)
plt.subplot(3,2,7)
plt.subplot(0,2,1)
plt.subplot(2,2)
plt.subplot(1234)
plt.subplot(1,2,(1,2))
plt.subplots(0,1)
plt.subplots(2)
plt.subplots('a')
plt.subplots(1,2,sharex='foo')
plt.subplots(foo=1)
f,a=plt.subplots(2,1,sharex=True); a[0].plot([1,2,3]); a[1].get_xlim()
f,a=plt.subplots(2,1,sharey=True); a[0].set_ylim(0,7); a[1].get_ylim()
plt.subplots(1,2,figsize=(10,5),sharey=True)
plt.get_cmap('gray')
plt.get_cmap('foo')
plt.get_cmap()
plt.cm.gray
plt.cm.foo
plt.get_cmap('gray').name
plt.legend()
plt.legend(loc='foo')
plt.legend(['a'],foo=2)
plt.plot([1],label='a'); plt.legend(loc='best').get_texts()
plt.colorbar()
plt.clim(0,1)
plt.figure(figsize=(3,4))
plt.figure(figsize=3)
plt.figure('abc')
plt.figure(foo=1)
plt.figure(1); plt.figure(2); plt.figure(1).number, plt.get_fignums()
plt.fignum_exists(1)
plt.figure(3).number
plt.close('all')
plt.close(1.5)
plt.set_cmap('gray')
plt.gray()
plt.title(3)
plt.title()
plt.xlabel(None)
plt.title('a',fontsize='foo')
plt.title('a',foo=2)
plt.title('a',loc='foo')
plt.title('a',loc='left'); plt.gca()
plt.xlabel('a', fontsize=12, foo=3)
plt.xlim('a')
plt.xlim((3,4))
plt.xlim(4,4)
plt.xlim(float('nan'),4)
plt.yscale('foo')
plt.grid(axis='z')
plt.contour([1,2])
plt.imshow([[1,2],[3]])
plt.imshow([['a']])
plt.pie([1,2],labels=['a'])
plt.errorbar([1,2],[1,2],yerr=[1,2,3])
plt.fill_between([1,2],[1,2,3])
plt.xticks([1,2],['a'])
plt.xticks(labels=['a'])
plt.setp(plt.plot([1]), color='r', lw=2)
plt.gcf().suptitle('x')
plt.gcf().number
plt.subplot2grid((2,2),(0,1),colspan=3)
plt.axes([0,0,1,1])
plt.figtext(0,0,'a')
plt.gca().text(1,2,'a',transform=plt.gca().transAxes)
type(plt.gca()), type(plt.gcf()), type(plt.plot([1])[0]), type(plt.rcParams)
plt.gca() is plt.gca(), plt.gcf() is plt.gcf()
fig = plt.figure(); ax = fig.add_subplot(111); ax.plot([1,2]); ax.set_xlabel('q'); fig
fig = plt.figure(); ax = fig.add_subplot(2,2,3); ax is plt.gca(), fig.axes[0] is ax, ax.figure is fig
plt.figure().get_size_inches()
plt.gcf().colorbar(plt.imshow(np.eye(3)))
im = plt.imshow(np.eye(3)); plt.colorbar(im, ax=plt.gca()).set_label('x')
plt.margins()
plt.margins(0); plt.plot([1,2]); plt.axis()
plt.plot([1,2],[5,5]); plt.axis()
plt.plot([0,0],[0,0]); plt.axis()
plt.plot([1e10,1e10]); plt.axis()
plt.plot([]); plt.axis()
plt.plot([np.nan,1,2]); plt.axis()
plt.plot([3]); plt.axis()
plt.axis('tight'), plt.axis('scaled'), plt.axis('auto'), plt.axis('image'), plt.axis('square')
plt.plot([1,5],[2,3]); plt.axis('square')
plt.annotate('a')
plt.waitforfoo
from matplotlib.pyplot import imshow##imshow(np.eye(2))
import matplotlib.cm as cm##cm.jet
from matplotlib import cm##cm.jet
import matplotlib.foo
matplotlib.pyplot.gca()
plt.rcParams['figure.figsize'] = (5.0, 4.0)##plt.rcParams['image.cmap'] = 'gray'##fig, axarr = plt.subplots(1, 2)##axarr[0].set_title('x')##axarr[0].imshow(np.ones((3, 3)))##axarr[1].set_title('x_pad')##axarr[1].imshow(np.ones((7, 7)))
'''


def outputs(code, namespace):
    """The value or the error, then the figures that are open at the end of the cell."""
    shown = []
    printed = io.StringIO()
    try:
        with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(io.StringIO()):
            tree = ast.parse(code)
            last = tree.body.pop() if isinstance(tree.body[-1], ast.Expr) else None
            exec(compile(tree, "cell", "exec"), namespace)
            value = None if last is None else eval(compile(ast.Expression(last.value), "cell", "eval"), namespace)
        if value is not None:
            shown.append(pretty(value))
    except Exception as error:
        shown.append(f"{type(error).__name__}: {error}")
    shown += [repr(manager.canvas.figure) for manager in Gcf.figs.values()]
    plt.close("all")
    return "\n".join([printed.getvalue()] * bool(printed.getvalue()) + shown)


warnings.simplefilter("ignore")
with Golden(__file__, "pyplot.txt") as golden:
    for cell in CELLS.strip().split("\n"):
        namespace = {"plt": plt, "np": np, "matplotlib": matplotlib, "__name__": "__main__"}
        code = cell.replace("##", "\n")
        golden.case(code, re.sub(r"\b0x[0-9a-f]+", "0xADDRESS", outputs(code, namespace)))
        plt.rcdefaults()
